export default definePageConfig({
  navigationBarTitleText: '权力事项',
  enableShareAppMessage: true,
  enableShareTimeline: true,
})
