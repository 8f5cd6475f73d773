import { reachTests } from '../support/reach/reachTests'
import { servedPhones } from '../support/weapp/servedPhones'

/** Every right of villagers and administrators, from 我的 by presses, in the real weapp build. */
const { launch } = servedPhones('reach')
reachTests(launch, 'weapp', ['villager', 'system-admin', 'security-admin', 'audit-admin'])
