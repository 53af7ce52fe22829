import { expect, it } from 'vitest'
import { isAgreed, missing, Settings, settingsOf } from './settings.model.ts'

const host = (signedBy: string) => ({ side: 'host' as const, signedBy })
const un = (signedBy: string) => ({ side: 'un' as const, signedBy })

it('asks nobody for a signature unless a conference says so', () => {
  const { signOffs, palette } = settingsOf({})
  expect([palette, signOffs]).toEqual([
    null,
    {
      programme: { host: 0, un: 0 },
      participants: { host: 0, un: 0 },
      announcements: { host: 0, un: 0 },
    },
  ])
  expect(isAgreed(signOffs.programme, [])).toBe(true)
})

it('wants both ministries where two must sign, not one twice', () => {
  const needed = Settings.parse({ signOffs: { programme: { host: 2, un: 1 } } }).signOffs.programme
  expect(missing(needed, [])).toEqual({ host: 2, un: 1 })
  expect(missing(needed, [host('kim'), host('kim')])).toEqual({ host: 1, un: 1 })
  expect(missing(needed, [host('kim'), host('lee'), host('park')])).toEqual({ host: 0, un: 1 })
  expect(isAgreed(needed, [host('kim'), host('lee'), un('roe')])).toBe(true)
  expect(isAgreed(needed, [host('kim'), un('roe'), un('doe')])).toBe(false)
})
