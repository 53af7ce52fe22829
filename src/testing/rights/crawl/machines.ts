import { datasetsOf } from '../../../platform/dataset/registry.ts'
import type { OpenSite } from '../../web/site.ts'
import type { Stage } from '../stage/stage.ts'
import { type Given, readAs } from './reading.ts'

/** What machines ask for beside pages and files; in all their forms as nobody, else in one. */
function pathsOf({ w, conference, party }: Stage, name: string): string[] {
  const forms = name === 'anonymous' ? ['', '.csv', '.xlsx', '.ndjson'] : ['.ndjson']
  const datasets = [...datasetsOf(w.features).values()]
  return [
    ...datasets.flatMap(({ name }) => forms.map((form) => `/api/v1/${name}${form}`)),
    ...datasets
      .filter(({ dated }) => dated)
      .map(({ name }) => `/api/v1/${name}.ndjson?as_of=2021-12-07`),
    `/api/v1/pledges?party=${party}&edition=${conference}`,
    '/api/v1/pledges/KOR-2021-74',
    '/api/v1/pledges/KOR-2021-76',
    ...['/api/v1/openapi.json', '/data/catalog.jsonld', '/data/datapackage.json'],
    ...(name === 'anonymous' ? ['/data/archive.zip'] : []),
    ...['/robots.txt', '/.well-known/security.txt', '/metrics'],
  ]
}

/** Reads it all as somebody; what was told that is not for everybody stands in the answers. */
export async function readMachines(site: OpenSite, stage: Stage, name: string) {
  const given: (Given & { path: string })[] = []
  for (const path of pathsOf(stage, name)) {
    given.push({ path, ...(await readAs(site, path, name, stage.canaries)) })
  }
  return given
}
