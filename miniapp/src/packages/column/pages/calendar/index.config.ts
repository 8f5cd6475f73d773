export default definePageConfig({
  navigationBarTitleText: '公开日历',
  enableShareAppMessage: true,
  enableShareTimeline: true,
})
