import { defineFigure } from '../types.ts';
import { data } from './data.ts';
import { describe } from './describe.ts';
import { scene } from './scene.ts';
import { steps } from './steps.ts';

export default defineFigure({
  name: 'gold',
  series: ['gold', 'wagner-money'],
  steps,
  asOf: '2026-01-16',
  map: false,
  data,
  scene,
  describe,
});
