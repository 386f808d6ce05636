import accordPromises from './accord-promises/index.ts';
import afterTheAccord from './after-the-accord/index.ts';
import arc from './arc/index.ts';
import armedGroups from './armed-groups/index.ts';
import attacks from './attacks/index.ts';
import bases from './bases/index.ts';
import control from './control/index.ts';
import dailyLife from './daily-life/index.ts';
import deathsByYear from './deaths-by-year/index.ts';
import deliveries from './deliveries/index.ts';
import displaced from './displaced/index.ts';
import foreignForces from './foreign-forces/index.ts';
import foreseen from './foreseen/index.ts';
import gold from './gold/index.ts';
import kidalHolders from './kidal-holders/index.ts';
import moura from './moura/index.ts';
import needsAndMoney from './needs-and-money/index.ts';
import north2012 from './north-2012/index.ts';
import promisedDelivered from './promised-delivered/index.ts';
import tinzaouatenClaims from './tinzaouaten-claims/index.ts';
import type { FigureModule } from './types.ts';
import unVotes from './un-votes/index.ts';
import unravelling from './unravelling/index.ts';
import whoKilledCivilians from './who-killed-civilians/index.ts';

/** Every figure of the site. A new one is a folder and a line here. */
export const figures = [
  kidalHolders,
  north2012,
  armedGroups,
  accordPromises,
  unravelling,
  afterTheAccord,
  foreignForces,
  bases,
  deliveries,
  promisedDelivered,
  unVotes,
  tinzaouatenClaims,
  gold,
  deathsByYear,
  whoKilledCivilians,
  moura,
  attacks,
  displaced,
  needsAndMoney,
  dailyLife,
  control,
  arc,
  foreseen,
] as unknown as readonly FigureModule<never>[];
