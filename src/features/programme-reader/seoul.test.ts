import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readProgramme } from './read.ts'

const text = readFileSync(join(import.meta.dirname, 'fixtures/seoul-2021.fr.txt'), 'utf8')
const seoul = readProgramme({ text })

describe('the page of the Seoul ministerial', () => {
  it('says what the conference is', () => {
    expect(seoul.title?.value).toBe(
      'La Conférence ministérielle des Nations Unis sur le maintien de la Paix à Séoul 2021',
    )
    expect(seoul.dates?.value).toEqual({ from: '2021-12-07', to: '2021-12-08' })
    expect(seoul.venue?.value).toBe('Grand Hyatt Seoul, République de Corée')
    expect(seoul.hosts?.value).toEqual([
      'Le Ministère des affaires étrangères',
      'le Ministère de la défense nationale de la République de Corée',
    ])
    expect(seoul.participants?.value).toMatch(/^Plus de 700 personnes de 155 pays\*, dont/)
    expect(seoul.themes?.value).toEqual([
      'Pérennisation de la paix',
      'Performance et responsabilité',
      'Partenariats, formation et renforcement des capacités',
      'Protection des civils et sûreté et sécurité',
    ])
    expect(seoul.crossCutting?.value).toEqual([
      'Renforcement des capacités technologiques et médicales',
    ])
    expect([seoul.zone, seoul.language]).toEqual(['Asia/Seoul', 'fr'])
    expect(seoul.coChairs?.value).toHaveLength(12)
  })

  it('has two days and six sessions', () => {
    expect(
      seoul.days.map(({ date, items }) => [
        date,
        ...items.map(({ start, end, kind, title }) => [start, end, kind, title]),
      ]),
    ).toEqual([
      [
        '2021-12-07',
        ['19:30', '20:00', 'ceremony', 'Céremonie d’ouverture'],
        ['20:10', '21:30', 'plenary', 'SéanceⅠ : Pérennisation de la paix'],
        [
          '21:40',
          '23:00',
          'plenary',
          'Séance Ⅱ : Partenariat, formation, renforcement des capacités',
        ],
      ],
      [
        '2021-12-08',
        ['19:30', '20:50', 'plenary', 'Séance Ⅲ : Performance et responsabilité'],
        ['21:00', '22:20', 'plenary', 'Séance Ⅳ : Protection des civils et la sûreté et sécurité'],
        ['22:30', '23:00', 'ceremony', 'Cérémonie de clôture'],
      ],
    ])
  })

  it('gives the programme twice, and is read without doubt or remainder', () => {
    expect(seoul.repeats[0]).toEqual({
      what: 'programme',
      lines: [25, 26, 27, 28, 29, 30, 31, 32, 33, 34],
      of: [1, 16, 17, 18, 19, 20, 21, 22, 23, 24],
    })
    expect([seoul.doubts, seoul.unread]).toEqual([[], []])
  })
})
