metodbank.take("texts/7","19907dd5",["","","",""])
