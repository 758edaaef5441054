/**
 * Zones of Brazil's area codes. From Google libphonenumber, commit
 * f7e3e88c92b905c8d6edb81f336dbe25edc05b52 of 2026-07-17, Apache License 2.0: see NOTICE.md. Changed:
 * cut to area codes, corrected by corrections.ts.
 * Written by `npm run places`: change the script, not this file.
 */
export const areaCodesOfBrazil = `
America/Eirunepe America/Manaus: 97
America/Manaus: 65 66 95
America/Manaus America/Sao_Paulo: 55 67 69 91 92 93 94
America/Noronha America/Sao_Paulo: 81
America/Rio_Branco: 68
America/Sao_Paulo: 11 12 13 14 15 16 17 18 19 21 22 23 24 25 26 27 28 29 31 32 33 34 35 36 37 38 39 41 42 43 44 45 46
 47 48 49 51 53 54 61 62 63 64 71 72 73 74 75 76 77 78 79 82 83 84 85 86 87 88 89 96 98 99
`;
