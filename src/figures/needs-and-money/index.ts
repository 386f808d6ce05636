import { defineFigure } from '../types.ts';
import { data } from './data.ts';
import { describe } from './describe.ts';
import { scene } from './scene.ts';
import { steps } from './steps.ts';

export default defineFigure({
  name: 'needs-and-money',
  series: ['needs-and-money'],
  steps,
  asOf: '2026-02-09',
  map: false,
  data,
  scene,
  describe,
});
