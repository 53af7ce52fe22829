import type { Language } from '../../kernel/language.ts'
import { type Described, FORMS, fileAddress } from './described.ts'

interface Where {
  language: Language
  origin: string
  today: string
  licence: string
}

const TYPES = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json',
  ndjson: 'application/x-ndjson',
} as const

/** A dataset as schema.org describes it, for those who search for data. */
export const datasetJsonLd = (dataset: Described, { language, origin, today, licence }: Where) => ({
  '@context': 'https://schema.org',
  '@type': 'Dataset',
  '@id': `${origin}/api/v1/${dataset.name}`,
  name: `Plenum: ${dataset.title}`,
  description: dataset.description,
  url: `${origin}/${language}/data/${dataset.name}`,
  inLanguage: language,
  license: licence,
  isAccessibleForFree: true,
  version: today,
  dateModified: today,
  creator: { '@type': 'Organization', name: 'Plenum', url: origin },
  includedInDataCatalog: { '@type': 'DataCatalog', '@id': `${origin}/${language}/data` },
  variableMeasured: dataset.columns.map(({ name, description }) => ({
    '@type': 'PropertyValue',
    name,
    description,
  })),
  distribution: FORMS.map((form) => ({
    '@type': 'DataDownload',
    encodingFormat: TYPES[form],
    contentUrl: origin + fileAddress(dataset.name, form, language),
  })),
})

/** All of them together. */
export const catalogueJsonLd = (datasets: readonly Described[], name: string, where: Where) => ({
  '@context': 'https://schema.org',
  '@type': 'DataCatalog',
  '@id': `${where.origin}/${where.language}/data`,
  name: `Plenum: ${name}`,
  license: where.licence,
  dateModified: where.today,
  dataset: datasets.map(({ name: id, title, description }) => ({
    '@type': 'Dataset',
    '@id': `${where.origin}/api/v1/${id}`,
    name: `Plenum: ${title}`,
    description,
    license: where.licence,
    url: `${where.origin}/${where.language}/data/${id}`,
  })),
})
