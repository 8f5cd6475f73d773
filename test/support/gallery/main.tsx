import { useEffect, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { syncServerTime } from '../../../miniapp/src/state/serverClock'
import { settings } from '../../../miniapp/src/state/settings'
import { MODES, type Mode, type ModeName, stylesOf } from './modes'
import { PAGES } from './pages'
import type { GalleryPage } from './types'

/** The day of the gallery, so that days left and days late are the same on every day. */
const TODAY = 'Fri, 06 Nov 2026 02:00:00 GMT'

interface Place {
  page: GalleryPage | undefined
  mode: ModeName
}

/** `#Figure/dark`: the component and how it is looked at. */
function placeOf(hash: string): Place {
  const [name = '', mode = 'light'] = hash.slice(1).split('/')
  return {
    page: PAGES.find(one => one.name === name),
    mode: mode in MODES ? (mode as ModeName) : 'light',
  }
}

function frameOf({ settings: { elder, text } }: Mode): string {
  return `frame fs-${text}${elder ? ' frame--elder' : ''}`
}

function Gallery({ styles }: { styles: string }) {
  const [hash, setHash] = useState(window.location.hash)
  const { page, mode } = placeOf(hash)
  useEffect(() => {
    const follow = () => setHash(window.location.hash)
    window.addEventListener('hashchange', follow)
    return () => window.removeEventListener('hashchange', follow)
  }, [])
  useEffect(() => {
    document.getElementById('look')!.textContent = stylesOf(styles, MODES[mode])
    settings.set(MODES[mode].settings)
    document.body.dataset['shown'] = hash
  }, [styles, hash, mode])
  return (
    <div className={frameOf(MODES[mode])}>
      <main className="page">{page ? <Shown page={page} /> : <Contents mode={mode} />}</main>
    </div>
  )
}

function Shown({ page }: { page: GalleryPage }) {
  return (
    <>
      <h1 className="title">{page.name}</h1>
      {page.states.map(({ says, show: Show }) => (
        <section key={says}>
          <p className="small gallery__says">{says}</p>
          <div className="gallery__state">
            <Show />
          </div>
        </section>
      ))}
    </>
  )
}

function Contents({ mode }: { mode: ModeName }) {
  return (
    <>
      <h1 className="title">组件</h1>
      <p className="small">{`看法：${Object.keys(MODES).join('、')}，写在地址后面，如 #Figure/dark。`}</p>
      {PAGES.map(({ name, states }) => (
        <a key={name} className="row" href={`#${name}/${mode}`}>
          <span className="row__main">
            <span className="row__title">{name}</span>
            <span className="row__meta">{`${states.length} 种样子`}</span>
          </span>
        </a>
      ))}
    </>
  )
}

async function begin(): Promise<void> {
  syncServerTime({ date: TODAY })
  // For who takes the pictures.
  document.body.dataset['pages'] = JSON.stringify(PAGES.map(({ name, wide }) => ({ name, wide })))
  const styles = await (await fetch('app.css')).text()
  await Promise.all([...document.fonts].map(font => font.load()))
  createRoot(document.getElementById('app')!).render(<Gallery styles={styles} />)
}

void begin()
