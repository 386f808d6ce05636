import { defineFigure } from '../types.ts';
import { data } from './data.ts';
import { describe } from './describe.ts';
import { scene } from './scene.ts';
import { steps } from './steps.ts';

export default defineFigure({
  name: 'unravelling',
  series: ['unravelling', 'minusma-bases'],
  steps,
  asOf: '2024-01-25',
  map: true,
  data,
  scene,
  describe,
});
