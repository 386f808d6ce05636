import { defineFigure } from '../types.ts';
import { data } from './data.ts';
import { describe } from './describe.ts';
import { scene } from './scene.ts';
import { steps } from './steps.ts';

export default defineFigure({
  name: 'accord-promises',
  series: ['accord-promises'],
  steps,
  asOf: '2022-08-05',
  map: false,
  data,
  scene,
  describe,
});
