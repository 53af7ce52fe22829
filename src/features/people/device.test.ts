import { describe, expect, it } from 'vitest'
import { deviceOf } from './device.ts'

const said = (userAgent: string | null) => {
  const { browser, system } = deviceOf(userAgent)
  return [browser, system]
}

describe('a device', () => {
  it('is known by its browser and its system', () => {
    expect(said('Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0')).toEqual([
      'Firefox',
      'Linux',
    ])
    expect(
      said(
        'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0',
      ),
    ).toEqual(['Edge', 'Windows'])
    expect(
      said(
        'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1',
      ),
    ).toEqual(['Safari', 'iPhone'])
    expect(
      said(
        'Mozilla/5.0 (Linux; Android 15; SM-S931B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36',
      ),
    ).toEqual(['Samsung Internet', 'Android'])
  })

  it('may be unknown', () => {
    expect([said(null), said(''), said('curl/8.9')]).toEqual(Array(3).fill([null, null]))
  })
})
