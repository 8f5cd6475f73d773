import { reachTests } from '../support/reach/reachTests'
import { servedTabs } from '../support/browser/servedTabs'

/** Every right of every role, from 我的 by presses, on the H5 app in Chromium. */
reachTests(servedTabs('h5-reach').openTab, 'h5')
