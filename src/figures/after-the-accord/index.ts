import { defineFigure } from '../types.ts';
import { data } from './data.ts';
import { describe } from './describe.ts';
import { scene } from './scene.ts';
import { steps } from './steps.ts';

export default defineFigure({
  name: 'after-the-accord',
  series: ['after-the-accord'],
  steps,
  asOf: '2026-10-06',
  map: true,
  data,
  scene,
  describe,
});
