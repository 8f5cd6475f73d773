export default definePageConfig({
  navigationBarTitleText: '哪些到期没公开',
  enableShareAppMessage: true,
  enableShareTimeline: true,
})
