import { servedTabs } from '../../support/browser/servedTabs'
import { reachTests } from '../../support/reach/reachTests'

/** Every right of the district's office, from 我的 by presses, in Chromium. */
const { openTab, server } = servedTabs('reach-district')
reachTests({ open: openTab, server }, 'h5', ['district'])
