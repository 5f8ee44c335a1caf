metodbank.take("texts/1","8cc36765",["","","",""])
