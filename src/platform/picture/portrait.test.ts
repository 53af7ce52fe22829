import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { portraitFrom } from './portrait.ts'

const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#7a5c48' } })

describe('a portrait', () => {
  it('is small, upright and says nothing of its camera', async () => {
    const photo = await picture(3000, 2000)
      .withExif({
        IFD0: { Artist: 'Somebody', Make: 'Phone' },
        IFD3: { GPSLatitude: '37/1 33/1 0/1' },
      })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer()
    const portrait = await portraitFrom(photo)
    const { width, height, format, exif, orientation } = await sharp(portrait ?? '').metadata()
    expect({ width, height, format, exif, orientation }).toEqual({
      ...{ width: 400, height: 514, format: 'jpeg' },
      ...{ exif: undefined, orientation: undefined },
    })
    expect(portrait?.includes('Somebody')).toBe(false)
    expect(portrait?.length).toBeLessThan(60_000)
  })

  it('comes from PNG and WebP as well', async () => {
    for (const form of ['png', 'webp'] as const) {
      const portrait = await portraitFrom(await picture(300, 300).toFormat(form).toBuffer())
      expect((await sharp(portrait ?? '').metadata()).format).toBe('jpeg')
    }
  })

  it('is none where there is no picture', async () => {
    const whole = await picture(400, 400).jpeg().toBuffer()
    expect(await portraitFrom(Buffer.from('%PDF-1.7 not a picture'))).toBeNull()
    expect(await portraitFrom(whole.subarray(0, whole.length / 2))).toBeNull()
    expect(await portraitFrom(new Uint8Array())).toBeNull()
  })
})
