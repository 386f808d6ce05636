import { defineFigure } from '../types.ts';
import { data } from './data.ts';
import { describe } from './describe.ts';
import { scene } from './scene.ts';
import { steps } from './steps.ts';

export default defineFigure({ name: 'north-2012', series: ['north-2012'], steps, asOf: '2026-11-24', map: true, data, scene, describe });
