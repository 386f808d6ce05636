import { defineFigure } from '../types.ts';
import { data } from './data.ts';
import { describe } from './describe.ts';
import { scene } from './scene.ts';
import { steps } from './steps.ts';

export default defineFigure({
  name: 'who-killed-civilians',
  series: ['who-killed-civilians'],
  steps,
  asOf: '2024-12-31',
  map: false,
  data,
  scene,
  describe,
});
