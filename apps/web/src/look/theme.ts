import type { ThemeConfig } from 'antd';
import { palette } from './palette.js';

const ground: ThemeConfig = {
  token: {
    colorPrimary: palette.cinnabar,
    colorLink: palette.running,
    colorInfo: palette.running,
    colorSuccess: palette.passed,
    colorWarning: palette.warning,
    colorError: palette.blocking,
    colorErrorBg: palette.blockingFaint,
    colorErrorBorder: '#e2b3bb',
    colorWarningBg: palette.warningFaint,
    colorWarningBorder: '#e3cd9d',
    colorSuccessBg: palette.passedFaint,
    colorSuccessBorder: '#b5d2c1',
    colorInfoBg: palette.runningFaint,
    colorInfoBorder: '#b6cde2',
    colorText: palette.ink,
    colorTextSecondary: palette.inkSoft,
    colorTextTertiary: palette.inkFaint,
    colorTextDescription: palette.inkFaint,
    colorTextPlaceholder: '#77736b',
    colorBorder: palette.lineStrong,
    colorBorderSecondary: palette.line,
    colorSplit: palette.line,
    colorBgLayout: palette.ground,
    colorBgContainer: palette.surface,
    colorFillAlter: palette.raised,
    controlItemBgActive: palette.cinnabarFaint,
    controlItemBgActiveHover: '#f2e2dd',
    controlOutline: 'rgba(26, 86, 184, 0.22)',
    // System fonts only, by language; the stacks stand in base.css.
    fontFamily: 'var(--font)',
    borderRadius: 4,
    borderRadiusLG: 6,
    borderRadiusSM: 3,
    wireframe: false,
    boxShadow: '0 4px 20px rgba(29, 28, 26, 0.10)',
    boxShadowSecondary: '0 4px 20px rgba(29, 28, 26, 0.12)',
    motionDurationMid: '0.12s',
    motionDurationSlow: '0.18s',
    screenMD: 768,
  },
  components: {
    Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', fontWeight: 500 },
    Table: {
      headerBg: palette.raised,
      headerColor: palette.inkSoft,
      headerSplitColor: 'transparent',
      rowHoverBg: '#f7f7f5',
      rowSelectedBg: palette.cinnabarFaint,
      rowSelectedHoverBg: '#f3e6e2',
      cellPaddingBlockMD: 9,
      cellPaddingInlineMD: 12,
      headerBorderRadius: 0,
    },
    Menu: {
      itemBg: 'transparent',
      itemSelectedBg: '#ebeae6',
      itemSelectedColor: palette.ink,
      itemHoverBg: '#efeeeb',
      itemActiveBg: '#e6e5e0',
      itemHeight: 38,
      itemBorderRadius: 4,
    },
    Tag: { defaultBg: palette.unknownFaint, defaultColor: palette.inkSoft },
    Tabs: { inkBarColor: palette.cinnabar, itemSelectedColor: palette.ink, itemHoverColor: palette.ink },
    Steps: { colorPrimary: palette.cinnabar },
    Form: { labelColor: palette.inkSoft, verticalLabelPadding: '0 0 2px', itemMarginBottom: 20 },
    Modal: { titleFontSize: 17 },
    Segmented: { trackBg: '#ecebe7', itemSelectedColor: palette.ink },
    Breadcrumb: { linkColor: palette.inkSoft, itemColor: palette.inkSoft, lastItemColor: palette.ink },
    Tooltip: { colorBgSpotlight: '#2b2a27' },
  },
};

/** Desks: 14 px, dense, line height 1.7 for Chinese. */
export const deskTheme: ThemeConfig = {
  ...ground,
  token: { ...ground.token, fontSize: 14, lineHeight: 1.7, controlHeight: 34, controlHeightLG: 42, controlHeightSM: 26 },
};

/** Tablets beside machines: 18 px and targets of at least 48 px. Wrap marking screens in `<ByHand>`. */
export const handTheme: ThemeConfig = {
  ...ground,
  token: {
    ...ground.token,
    fontSize: 18,
    lineHeight: 1.6,
    controlHeight: 48,
    controlHeightLG: 56,
    controlHeightSM: 44,
    borderRadius: 6,
    borderRadiusLG: 8,
    borderRadiusSM: 4,
  },
};
