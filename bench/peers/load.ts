/**
 * A package of `bench/peers/`. It may not be installed, so the compiler does not see it either: what we use of it is written
 * down by who uses it.
 */
export async function load<Package>(name: string): Promise<Package> {
  return (await import(name)) as Package;
}
