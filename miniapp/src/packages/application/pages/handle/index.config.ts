export default definePageConfig({ navigationBarTitleText: '办理公开申请' })
