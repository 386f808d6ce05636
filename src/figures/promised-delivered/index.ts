import { defineFigure } from '../types.ts';
import { data } from './data.ts';
import { describe } from './describe.ts';
import { scene } from './scene.ts';
import { steps } from './steps.ts';

export default defineFigure({
  name: 'promised-delivered',
  series: ['promised-delivered'],
  steps,
  asOf: '2025-11-25',
  map: false,
  data,
  scene,
  describe,
});
