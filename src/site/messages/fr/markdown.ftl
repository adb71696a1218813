# Ce qui ne va pas dans un texte.

markdown-no-embed = rien ne peut être inséré ici
markdown-no-embed-found = pas dans { $kind }
markdown-no-embed-help = un résultat ou un évènement ne s’insère que dans un article
markdown-unknown-embed = insertion inconnue
markdown-unknown-embed-found = ceci ne se comprend pas
markdown-unknown-embed-help = écrivez `{"{{"} result primaires-citoyennes-2017 2 {"}}"}` ou `{"{{"} event soiree-michel-rocard {"}}"}`
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
markdown-html-help = écrivez-le en Markdown
markdown-note-help = n’écrivez rien après le `-->` d’une note sur sa ligne, et laissez une ligne vide ensuite
markdown-no-alternative-help = écrivez ce qu’elle montre : `![La place](media/place.jpg)`
