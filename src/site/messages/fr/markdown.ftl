# Ce qui ne va pas dans un texte.

markdown-no-embed = rien ne peut être inséré ici
markdown-no-embed-found = pas dans { $kind }
markdown-no-embed-help = un résultat ou un évènement ne s’insère que dans un article
markdown-no-embed-of-the-site-help = écrivez-le dans une page, comme les mentions légales
markdown-unknown-embed = insertion inconnue
markdown-unknown-embed-found = ceci ne se comprend pas
markdown-unknown-embed-help = écrivez `{"{{"} result NOM 1 {"}}"}` ou `{"{{"} event NOM {"}}"}`, où NOM est celui d’un fichier de `results/` ou de `events/`, sans sa fin ; dans des mentions légales, `{"{{"} publisher {"}}"}` ou `{"{{"} host {"}}"}`
markdown-duplicate-embed = ceci est inséré deux fois
markdown-duplicate-embed-help = gardez une seule des deux insertions, et remplacez l’autre par un lien
markdown-embed-in-line = une insertion doit être seule sur sa ligne
markdown-embed-in-line-found = elle serait montrée telle quelle
markdown-embed-in-line-help = écrivez `{"{{"} … {"}}"}` sur une ligne à part, sans rien avant ni après

markdown-heading = le texte a un titre de premier niveau
markdown-heading-found = ce niveau est celui du titre de la page
markdown-heading-help = commencez-le par `##`
markdown-columns = ce tableau a trop de colonnes
markdown-columns-found = { $count ->
    [one] { $count } colonne
   *[other] { $count } colonnes
}
markdown-columns-help = partagez-le en tableaux de { $most } colonnes au plus
markdown-depth = ce texte est imbriqué trop profondément
markdown-depth-found = plus de { $most } listes, citations ou mises en valeur l’entourent
markdown-depth-help = écrivez-le avec moins de niveaux : chacun prend de la largeur sur un téléphone
markdown-html = le texte contient du HTML
markdown-html-found = ceci serait retiré, ou pourrait charger quelque chose
markdown-html-help = supprimez ces balises : une ligne vide sépare deux paragraphes, et le site met en forme
markdown-note-help = n’écrivez rien après le `-->` d’une note sur sa ligne, et laissez une ligne vide ensuite
markdown-no-alternative-help = écrivez ce qu’elle montre : `![La place](media/place.jpg)`
markdown-embed-unclosed = une insertion n’est jamais refermée
markdown-embed-unclosed-help = écrivez `{"}}"}` à la fin de la ligne
markdown-html-help-bold = pour du gras, écrivez `**texte**`
markdown-html-help-italic = pour de l’italique, écrivez `*texte*`
markdown-html-help-link = un lien s’écrit `[texte](adresse)`
markdown-html-help-picture = une image s’écrit `![ce qu’elle montre](media/nom.jpg)`
markdown-html-help-list = commencez chaque ligne d’une liste par `- `, ou par `1. `
markdown-html-help-table = dans un tableau, séparez les cases par `|`, et mettez une ligne `|---|---|` sous la première
markdown-html-help-player = écrivez un lien vers la page où se trouve l’enregistrement
markdown-html-help-heading = un intertitre s’écrit `## Intertitre`
markdown-shortcode = ceci est une commande d’un autre logiciel
markdown-shortcode-found = on la verrait telle quelle
markdown-shortcode-help = écrivez les images sous la forme `![ce qu’elles montrent](media/nom.jpg)`, une par ligne ; supprimez les autres commandes
markdown-space = il y a une espace dans ce chemin
markdown-space-found = ce n’est donc pas un lien, et on le verrait tel quel
markdown-space-help = renommez le fichier sans espaces, et écrivez `{ $name }`
markdown-cells = ces lignes semblent venir d’un tableur
markdown-cells-found = une tabulation sépare les cases : on n’y verrait qu’une espace
markdown-cells-help = séparez les cases par `|`, et mettez une ligne `|---|---|` sous la première
markdown-bullets = ces lignes semblent être une liste de traitement de texte
markdown-bullets-found = on les verrait à la suite l’une de l’autre
markdown-bullets-help = commencez chaque ligne par `- ` à la place de la puce
markdown-lost-caption = la légende de cette image ne se verra pas
markdown-lost-caption-found = l’image est au milieu d’une phrase
markdown-lost-caption-help = mettez l’image seule sur sa ligne, entre deux lignes vides, ou retirez la légende
