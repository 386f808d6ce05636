import { defineFigure } from '../types.ts';
import { data } from './data.ts';
import { describe } from './describe.ts';
import { scene } from './scene.ts';
import { steps } from './steps.ts';

export default defineFigure({
  name: 'control',
  series: ['control', 'kidal-holders', 'north-2012'],
  // Not a hold on one town, or told of Kidal by kidal-holders.
  leaves: [
    'kidal-holders:mixed-2020',
    'north-2012:kidal-taken',
    'north-2012:azawad',
    'north-2012:kidal-held',
    'north-2012:serval',
    'north-2012:kidal-shared',
  ],
  steps,
  asOf: '2026-11-24',
  map: true,
  data,
  scene,
  describe,
});
