import { defineFigure } from '../types.ts';
import { data } from './data.ts';
import { describe } from './describe.ts';
import { scene } from './scene.ts';
import { steps } from './steps.ts';

export default defineFigure({
  name: 'foreseen',
  series: ['foreseen'],
  steps,
  asOf: '2026-10-06',
  map: false,
  data,
  scene,
  describe,
});
