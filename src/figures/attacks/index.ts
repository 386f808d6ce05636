import { defineFigure } from '../types.ts';
import { data } from './data.ts';
import { describe } from './describe.ts';
import { scene } from './scene.ts';
import { steps } from './steps.ts';

export default defineFigure({
  name: 'attacks',
  series: ['attacks'],
  steps,
  asOf: '2026-05-14',
  map: true,
  data,
  scene,
  describe,
});
