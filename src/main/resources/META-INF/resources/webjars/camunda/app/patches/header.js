/* The bar at the top: only what the role may open, and a name for what has only an icon. */
import { changeDirective, replace } from './template.js';

export default function start(application) {
  changeDirective(application, 'camWidgetHeader', html =>
    replace(
      html,
      // The profile lies in another application and has nothing to change where a provider vouches for people.
      [
        `<li class="profile"
            ng-if="currentApp !== 'welcome'">`,
        '<li class="profile" ng-if="false">'
      ],
      [
        `<li class="divider"
            ng-if="currentApp !== 'welcome'"></li>`,
        ''
      ],
      ['<span class="glyphicon glyphicon-home"></span>', '<span class="glyphicon glyphicon-home" aria-label="Aplicaciones" role="img"></span>']
    )
  );
}
