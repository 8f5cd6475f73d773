import { servedTabs } from '../../support/browser/servedTabs'
import { reachTests } from '../../support/reach/reachTests'

/** Every right of villagers and administrators, from 我的 by presses, in Chromium. */
const { openTab, server } = servedTabs('reach')
reachTests({ open: openTab, server }, 'h5', ['villager', 'system-admin', 'security-admin', 'audit-admin'])
