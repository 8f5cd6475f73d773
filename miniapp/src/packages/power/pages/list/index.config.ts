export default definePageConfig({
  navigationBarTitleText: '小微权力清单',
  enableShareAppMessage: true,
  enableShareTimeline: true,
})
