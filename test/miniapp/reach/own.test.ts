import { reachTests } from '../../support/reach/reachTests'
import { servedPhones } from '../../support/weapp/servedPhones'

/** Every right of villagers and administrators, from 我的 by presses, in the real weapp build. */
const { launch, server } = servedPhones('reach')
reachTests({ open: launch, server }, 'weapp', ['villager', 'system-admin', 'security-admin', 'audit-admin'])
