import { defineFigure } from '../types.ts';
import { data } from './data.ts';
import { describe } from './describe.ts';
import { scene } from './scene.ts';
import { steps } from './steps.ts';

export default defineFigure({
  name: 'kidal-holders',
  series: ['kidal-holders'],
  steps,
  asOf: '2026-10-06',
  map: true,
  data,
  scene,
  describe,
});
