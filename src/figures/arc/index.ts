import { defineFigure } from '../types.ts';
import { data } from './data.ts';
import { describe } from './describe.ts';
import { scene } from './scene.ts';
import { steps } from './steps.ts';

export default defineFigure({
  name: 'arc',
  series: ['arc'],
  steps,
  asOf: '2026-07-31',
  map: false,
  data,
  scene,
  describe,
});
