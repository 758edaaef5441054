import type { Rule } from '../../rule.ts';
import { at } from './at.ts';
import { be } from './be.ts';
import { ch } from './ch.ts';
import { de } from './de.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { gb } from './gb.ts';
import { ie } from './ie.ts';
import { it } from './it.ts';
import { nl } from './nl.ts';
import { pl } from './pl.ts';
import { pt } from './pt.ts';
import { se } from './se.ts';

export const europe: readonly Rule[] = [at, be, ch, de, es, fr, gb, ie, it, nl, pl, pt, se].flat();
