import { servedTabs } from '../../support/browser/servedTabs'
import { reachTests } from '../../support/reach/reachTests'

/** Every right of a village's editor, from 我的 by presses, in Chromium. */
const { openTab, server } = servedTabs('reach-editor')
reachTests({ open: openTab, server }, 'h5', ['editor'])
