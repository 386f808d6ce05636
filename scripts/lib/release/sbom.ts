/** The list of everything the release was made with (CycloneDX), by `npm sbom`, without what differs from run to run. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

interface Lock {
  packages: Record<string, { version?: string; dependencies?: Record<string, string> }>;
}
interface Component {
  'bom-ref': string;
  name: string;
  version: string;
  scope: 'required' | 'optional' | 'excluded';
  licenses?: object[];
}
export interface Sbom {
  bomFormat: 'CycloneDX';
  specVersion: string;
  serialNumber?: string;
  metadata: { timestamp?: string; tools?: object[]; component: Component };
  components: Component[];
  dependencies: { ref: string; dependsOn?: string[] }[];
}

/** Where Node looks for a package from inside another, nearest first. */
function placesOf(from: string, name: string): string[] {
  const parts = from.split('/node_modules/');
  return [
    ...parts.map((_, i) => `${parts.slice(0, parts.length - i).join('/node_modules/')}/node_modules/${name}`),
    `node_modules/${name}`,
  ];
}

/** npm refuses a lock file in which a package asks for the tag "latest": the version that is locked stands in its place. */
function withoutTags(lock: Lock): Lock {
  for (const [path, { dependencies = {} }] of Object.entries(lock.packages))
    for (const [name, range] of Object.entries(dependencies))
      if (range === 'latest') dependencies[name] = placesOf(path, name).flatMap((place) => lock.packages[place]?.version ?? [])[0] ?? range;
  return lock;
}

const byRef = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * The software bill of materials of the lock file. Components named in `shipped` are `required`: their code is in the site;
 * all others are `excluded`, which in CycloneDX means that they were used and are not delivered. Throws npm's own words where it fails.
 */
export function sbom(root: string, shipped: ReadonlySet<string>): Sbom {
  const folder = mkdtempSync(join(tmpdir(), 'sbom-'));
  try {
    const manifest = readFileSync(join(root, 'package.json'), 'utf8');
    writeFileSync(join(folder, 'package.json'), manifest);
    const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as Lock;
    writeFileSync(join(folder, 'package-lock.json'), JSON.stringify(withoutTags(lock)));
    const { status, stdout, stderr } = spawnSync('npm', ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'], {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 64e6,
    });
    if (status !== 0) throw new Error(`npm sbom failed:\n${stderr}`);
    const { serialNumber: _serial, ...bom } = JSON.parse(stdout) as Sbom;
    const { timestamp: _time, tools: _tools, component, ...metadata } = bom.metadata;
    return {
      ...bom,
      // npm names the component after the folder it ran in.
      metadata: { ...metadata, component: { ...component, name: (JSON.parse(manifest) as { name: string }).name } },
      components: bom.components
        .map((c) => ({ ...c, scope: shipped.has(c.name) ? ('required' as const) : ('excluded' as const) }))
        .sort((a, b) => byRef(a['bom-ref'], b['bom-ref'])),
      dependencies: bom.dependencies
        .map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: [...dependsOn].sort(byRef) }))
        .sort((a, b) => byRef(a.ref, b.ref)),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
