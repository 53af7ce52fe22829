import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { momentOf, nameOf, placeOf } from './naming.ts'

const AT = Temporal.Instant.from('2026-11-26T02:40:07.9Z')

describe('the name of a backup', () => {
  it('says when it was taken, and is found again', () => {
    expect(nameOf(AT, false)).toBe('plenum-20261126T024007Z.tar.zst')
    expect(nameOf(AT, true)).toBe('plenum-20261126T024007Z.tar.zst.encrypted')
    const at = Temporal.Instant.from('2026-11-26T02:40:07Z')
    expect(momentOf(nameOf(AT, false))).toEqual({ at, unfinished: false })
    expect(momentOf(nameOf(AT, true))).toEqual({ at, unfinished: false })
    expect(momentOf(`${nameOf(AT, true)}.0a1b2c3d.unfinished`)).toEqual({ at, unfinished: true })
  })

  it.each([
    'holiday.jpg',
    'plenum-20261126T024007Z.tar.zst.bak',
    'my-plenum-20261126T024007Z.tar.zst',
    'plenum-20261326T024007Z.tar.zst',
    'plenum-20261126.tar.zst',
    'plenum-20261126T024007Z.tar.gz',
  ])('is not %s, which is nobody’s to remove', (name) => {
    expect(momentOf(name)).toBeNull()
  })

  it('is made in a folder, and taken as it was given otherwise', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'plenum-names-'))
    expect(await placeOf(folder, AT, false)).toBe(join(folder, 'plenum-20261126T024007Z.tar.zst'))
    expect(await placeOf(`${folder}/later/`, AT, true)).toBe(
      join(folder, 'later', 'plenum-20261126T024007Z.tar.zst.encrypted'),
    )
    expect(await placeOf(join(folder, 'mine'), AT, false)).toBe(join(folder, 'mine'))
    await rm(folder, { recursive: true })
  })
})
