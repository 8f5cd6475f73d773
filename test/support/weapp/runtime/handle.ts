import type { AppHandle } from '../types'
import { pageCost } from './cost'
import { Hand, squeeze } from './hand'
import type { Phone } from './phone'
import { shareOf } from './share'

/** The remote control of a phone, for the test on the other side. */
export function createHandle(phone: Phone): AppHandle {
  const { stack, dialogs, journal, network, files, storage, device, blink, leave } = phone
  const surface = () => {
    const sheet = dialogs.open()
    return sheet ? [sheet] : [stack.top().frame, ...document.querySelectorAll('.phone-tabs')]
  }
  const hand = new Hand(surface)
  const select = (selector: string) => [...stack.top().frame.querySelectorAll(selector)]
  return {
    route: () => stack.top().route,
    stack: () => stack.routes(),
    title: () => stack.top().bar.textContent ?? '',
    text: () =>
      squeeze(`${stack.top().frame.textContent} ${dialogs.open()?.textContent ?? ''} ${journal.lastToast}`),
    read: selector => select(selector)[0]?.textContent ?? null,
    readAll: selector => select(selector).map(element => element.textContent ?? ''),
    pictures: selector =>
      select(selector).flatMap(element =>
        [...element.querySelectorAll('img')].map(picture => picture.getAttribute('src') ?? ''),
      ),
    pressables: () => hand.pressables(),
    reLaunch: url => {
      stack.closeAll()
      stack.open(url)
    },
    press: (name, role) => hand.press(name, role),
    write: (label, value) => hand.write(label, value),
    back: () => stack.back(1),
    scrollToEnd: () => {
      for (const scroller of select('scroll-view')) scroller.dispatchEvent(new Event('phone-scroll-end'))
      stack.notify(stack.top(), 'onReachBottom')
    },
    pullDown: () => void stack.notify(stack.top(), 'onPullDownRefresh'),
    share: way => shareOf(stack, way),
    cost: () => pageCost(stack.top()),
    storage: () => storage.snapshot(),
    setNetwork: state => network.set(state),
    holdFile: path => files.hold(path),
    setTheme: theme => device.setTheme(theme),
    blink,
    leave,
    refuse: device.refuse,
    pending: () => network.pending + files.pending,
    errors: () => [...journal.errors],
    calls: () => [...journal.calls],
    logged: () => [...journal.logged],
    bringUpdate: () => device.bringUpdate(),
    unmodelled: () => [...journal.unmodelled],
    scrolledTo: () => journal.scrolledTo,
  }
}
