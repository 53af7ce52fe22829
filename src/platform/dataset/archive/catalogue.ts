import { LANGUAGES } from '../../../kernel/language.ts'
import type { Dataset } from '../dataset.ts'
import { LICENCE } from '../licence.ts'
import type { Whole } from './datapackage.ts'

const CONTEXT = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
}

const IANA = 'https://www.iana.org/assignments/media-types/'
const LANGUAGE = 'http://id.loc.gov/vocabulary/iso639-1/'

const FORMS = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json',
  ndjson: 'application/x-ndjson',
} as const

const inEvery = (say: (language: (typeof LANGUAGES)[number]) => string) =>
  LANGUAGES.map((language) => ({ '@language': language, '@value': say(language) }))

/** The catalogue of all datasets as JSON-LD (DCAT 3). */
export function catalogueOf(
  datasets: ReadonlyMap<string, Dataset>,
  { title, notice, asOf, origin }: Whole,
) {
  const day = { '@type': 'xsd:date', '@value': asOf }
  const publisher = {
    '@type': 'foaf:Agent',
    'foaf:name': 'Plenum',
    'foaf:homepage': { '@id': origin },
  }
  const terms = {
    'dct:license': { '@id': LICENCE.url },
    'dct:publisher': publisher,
    'dct:modified': day,
    'dct:language': LANGUAGES.map((language) => ({ '@id': LANGUAGE + language })),
  }
  const api = `${origin}/api/v1`
  const distribution = (name: string, ending: keyof typeof FORMS) => ({
    '@type': 'dcat:Distribution',
    '@id': `${api}/${name}.${ending}`,
    'dcat:downloadURL': { '@id': `${api}/${name}.${ending}` },
    'dcat:accessURL': { '@id': `${origin}/en/data` },
    'dcat:mediaType': { '@id': IANA + FORMS[ending] },
    'dct:license': { '@id': LICENCE.url },
  })
  return {
    '@context': CONTEXT,
    '@id': `${origin}/data/catalog.jsonld`,
    '@type': 'dcat:Catalog',
    'dct:title': { '@language': 'en', '@value': title },
    'dct:description': { '@language': 'en', '@value': notice },
    'foaf:homepage': { '@id': `${origin}/en/data` },
    ...terms,
    'dcat:service': {
      '@type': 'dcat:DataService',
      '@id': api,
      'dct:title': { '@language': 'en', '@value': `${title}: API` },
      'dcat:endpointURL': { '@id': api },
      'dcat:endpointDescription': { '@id': `${api}/openapi.json` },
      'dcat:servesDataset': [...datasets.keys()].map((name) => ({ '@id': `${api}/${name}` })),
    },
    'dcat:dataset': [...datasets.values()].map((dataset) => ({
      '@type': 'dcat:Dataset',
      '@id': `${api}/${dataset.name}`,
      'dct:identifier': dataset.name,
      'dct:title': inEvery((language) => dataset.title(language)),
      'dct:description': inEvery((language) => dataset.description(language)),
      ...terms,
      ...(dataset.partOf && { 'dct:isPartOf': { '@id': `${api}/${dataset.partOf.dataset}` } }),
      'dcat:distribution': (Object.keys(FORMS) as (keyof typeof FORMS)[]).map((ending) =>
        distribution(dataset.name, ending),
      ),
    })),
  }
}
