import { defineFigure } from '../types.ts';
import { data } from './data.ts';
import { describe } from './describe.ts';
import { scene } from './scene.ts';
import { steps } from './steps.ts';

export default defineFigure({
  name: 'moura',
  series: ['moura'],
  steps,
  asOf: '2023-05-12',
  map: false,
  data,
  scene,
  describe,
});
