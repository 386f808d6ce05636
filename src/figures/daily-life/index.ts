import { defineFigure } from '../types.ts';
import { data } from './data.ts';
import { describe } from './describe.ts';
import { scene } from './scene.ts';
import { steps } from './steps.ts';

export default defineFigure({
  name: 'daily-life',
  series: ['daily-life'],
  steps,
  asOf: '2026-04-28',
  map: false,
  data,
  scene,
  describe,
});
