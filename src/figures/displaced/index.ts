import { defineFigure } from '../types.ts';
import { data } from './data.ts';
import { describe } from './describe.ts';
import { scene } from './scene.ts';
import { steps } from './steps.ts';

export default defineFigure({
  name: 'displaced',
  series: ['displaced', 'refugees', 'mbera'],
  steps,
  asOf: '2025-12-31',
  map: false,
  data,
  scene,
  describe,
});
