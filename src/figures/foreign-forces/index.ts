import { defineFigure } from '../types.ts';
import { data } from './data.ts';
import { describe } from './describe.ts';
import { scene } from './scene.ts';
import { steps } from './steps.ts';

export default defineFigure({
  name: 'foreign-forces',
  series: ['foreign-forces'],
  steps,
  asOf: '2026-05-15',
  map: false,
  data,
  scene,
  describe,
});
