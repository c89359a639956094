# The kinds of probes: how one begins, and what is made of what comes back.
# The probes that are under way, by id, by sequence number of their echo, and by file descriptor.
my ( %open, %byseq, %byfd );
my $sequence = 0;

# Linux' own numbers, which are the same on every machine in linux.pl.
my $UNDER_WAY = 115;
my %OUTCOME = (
    13  => 'unreachable',    # prohibited by a route
    22  => 'unreachable',    # swallowed by a route
    99  => 'unreachable',    # no address of that family to send from
    100 => 'unreachable',
    101 => 'unreachable',
    104 => 'refused',
    110 => 'timeout',
    111 => 'refused',
    113 => 'unreachable',
    1   => 'timeout',        # dropped by a firewall rule for what the source itself sends
);
my @UNREACHABLE6 = ( 'No route', 'Prohibited', 'Beyond scope', 'Address unreachable', 'Port unreachable' );
my @UNREACHABLE = ( 'Net', 'Host', 'Protocol', 'Port' );

sub failed {
    my ( $probe, $number ) = @_;
    local $! = $number;
    return finish( $probe, $OUTCOME{$number} || 'error', "$!" );
}

# Socket addresses of both families; an IPv6 address has all that a kernel accepts, but no zone and no IPv4 at its end.
sub inet6 {
    my ( $address, $port ) = @_;
    my ( $left, $right ) = split /::/, $address, -1;
    my @left  = split /:/, $left;
    my @right = split /:/, defined $right ? $right : '';
    my @words = ( @left, (0) x ( 8 - @left - @right ), @right );
    return pack 'S n N n8 N', 10, $port || 0, 0, ( map {hex} @words ), 0;
}

sub inet { my ( $address, $port ) = @_; return pack 'S n C4 x8', 2, $port, split /\./, $address }

# Opens what a source needs for all its probes.
sub prepare {
    my ($source) = @_;
    $source->{links} = links();
    my $kinds = join ' ', map { $_->{kind} } @{ $source->{probes} };
    if ( $kinds =~ /ping|name/ ) {

        # An ordinary user may send echoes through a socket of their own kind.
        $source->{raw} = socket my $icmp, 2, 3 | 2048, 1;
        if ( !$source->{raw} ) {
            socket $icmp, 2, 2 | 2048, 1 or die "no ICMP socket: $! (see sysctl net.ipv4.ping_group_range)\n";
        }
        setsockopt $icmp, 1, 8, pack 'l', 4 * 1024 * 1024;
        $source->{icmp} = $icmp;
        $byfd{ fileno $icmp } = { source => $source };
    }
    if ( grep { $_->{address} =~ /:/ } @{ $source->{probes} } ) {
        $source->{raw6} = socket my $icmp6, 10, 3 | 2048, 58;
        if ( !$source->{raw6} ) {
            socket $icmp6, 10, 2 | 2048, 58 or die "no ICMPv6 socket: $! (see sysctl net.ipv4.ping_group_range)\n";
        }
        setsockopt $icmp6, 1, 8, pack 'l', 4 * 1024 * 1024;
        $source->{icmp6} = $icmp6;
        $byfd{ fileno $icmp6 } = { source => $source, family => 6 };
    }
    if ( $kinds =~ /name/ ) {
        for my $file (qw(hosts resolv.conf)) {
            -r "$source->{names}/$file" or die "$source->{names}/$file: $!\n";
        }
        $source->{hosts}    = read_hosts( slurp("$source->{names}/hosts") );
        $source->{resolver} = read_resolver( slurp("$source->{names}/resolv.conf") );
    }
    return;
}

sub begin {
    my ($probe) = @_;
    my $kind = $probe->{kind};
    if ( $kind eq 'ping' ) { return $probe->{address} =~ /:/ ? echo_request6($probe) : echo_request($probe) }
    if ( $kind eq 'name' ) { return look_up($probe) }
    if ( $kind eq 'udp' ) {
        connected( $probe, 2, $probe->{port} ) or return;
        return defined send( $probe->{fd}, "docker-network-lab\n", 0 ) ? 1 : failed( $probe, $! + 0 );
    }
    if ( $kind !~ /^(?:tcp|page|echo)$/ ) { return finish( $probe, 'error', "no such kind of probe: $kind" ) }
    return connected( $probe, 1, $probe->{port} );
}

sub connected {
    my ( $probe, $type, $port, $address ) = @_;
    $address ||= $probe->{address};
    my $six = $address =~ /:/;
    my $to = $six ? inet6( $address, $port ) : inet( $address, $port );
    socket my $fd, $six ? 10 : 2, $type | 2048, 0 or return failed( $probe, $! + 0 );
    $probe->{fd} = $fd;
    $byfd{ fileno $fd } = $probe;
    $probe->{state} = $type == 1 ? 'connecting' : 'asked';
    meet( $probe->{source}, $six ? substr( $to, 8, 16 ) : pack 'C4', split /\./, $address );
    return 1 if connect( $fd, $to ) || $! == $UNDER_WAY;
    failed( $probe, $! + 0 );
    return 0;
}

sub release {
    my ($probe) = @_;
    delete $open{ $probe->{id} };
    delete $byseq{ delete $probe->{seq} } if $probe->{seq};
    my $fd = delete $probe->{fd} or return;
    delete $byfd{ fileno $fd };
    close $fd;
    return;
}

sub echo_request {
    my ($probe) = @_;
    my $source = $probe->{source};
    $sequence = $sequence % 65535 + 1;
    $probe->{seq} = $sequence;
    $byseq{$sequence} = $probe;
    my $packet = pack 'C2 n3 a16', 8, 0, 0, $$ & 0xffff, $sequence, 'docker-netwk-lab';
    my $sum = unpack '%32n*', $packet;
    $sum = ( $sum & 0xffff ) + ( $sum >> 16 ) while $sum >> 16;
    substr $packet, 2, 2, pack 'n', ~$sum & 0xffff;
    meet( $source, pack 'C4', split /\./, $probe->{address} );
    return 1 if defined send $source->{icmp}, $packet, 0, inet( $probe->{address}, 0 );
    return failed( $probe, $! + 0 );
}

sub echo_replies {
    my ($source) = @_;
    while ( defined( my $from = recv $source->{icmp}, my $packet, 2048, 0 ) ) {
        my $icmp = $source->{raw} ? substr $packet, 4 * ( ord($packet) & 15 ) : $packet;
        next if length $icmp < 8;
        my ( $type, $code, undef, $ident, $seq ) = unpack 'C2 n3', $icmp;
        my $sender = join '.', unpack 'x4 C4', $from;
        if ( $type == 0 ) {
            my $probe = $byseq{$seq};
            next if !$probe || ( $source->{raw} && $ident != ( $$ & 0xffff ) );
            finish( $probe, 'reachable', "echo reply from $sender" );
        }
        elsif ( ( $type == 3 || $type == 11 ) && length $icmp >= 36 ) {
            my $inner = substr $icmp, 8;
            my $sent = substr $inner, 4 * ( ord($inner) & 15 );
            next if length $sent < 8 || ord($sent) != 8;
            ( undef, undef, undef, $ident, $seq ) = unpack 'C2 n3', $sent;
            my $probe = $byseq{$seq};
            next if !$probe || $ident != ( $$ & 0xffff );
            my $what = $type == 11 ? 'Time To Live Exceeded' : 'Destination ' . ( $UNREACHABLE[$code] || 'Prohibited' ) . ' Unreachable';
            finish( $probe, 'unreachable', "$what, says $sender" );
        }
    }
    return;
}

# The kernel computes the checksum of ICMPv6.
sub echo_request6 {
    my ($probe) = @_;
    $sequence = $sequence % 65535 + 1;
    $probe->{seq} = $sequence;
    $byseq{$sequence} = $probe;
    my $packet = pack 'C2 n3 a16', 128, 0, 0, $$ & 0xffff, $sequence, 'docker-netwk-lab';
    my $to = inet6( $probe->{address} );
    meet( $probe->{source}, substr $to, 8, 16 );
    return 1 if defined send $probe->{source}{icmp6}, $packet, 0, $to;
    return failed( $probe, $! + 0 );
}

# Packets come without their IPv6 header; an error carries that of what was sent.
sub echo_replies6 {
    my ($source) = @_;
    while ( defined( recv $source->{icmp6}, my $icmp, 2048, 0 ) ) {
        next if length $icmp < 8;
        my ( $type, $code ) = unpack 'C2', $icmp;
        my $sent = $type == 129 ? $icmp : length $icmp >= 56 && ord( substr $icmp, 14, 1 ) == 58 ? substr $icmp, 48 : next;
        my ( $ident, $seq ) = unpack 'x4 n2', $sent;
        my $probe = $byseq{$seq};
        next if !$probe || ( $source->{raw6} && $ident != ( $$ & 0xffff ) );
        if    ( $type == 129 ) { finish( $probe, 'reachable', 'echo reply' ) }
        elsif ( $type == 1 )   { finish( $probe, 'unreachable', $UNREACHABLE6[$code] || "Destination unreachable ($code)" ) }
    }
    return;
}

sub look_up {
    my ($probe) = @_;
    my $source = $probe->{source};
    $probe->{address} = '-';
    my $known = $source->{hosts}{ lc $probe->{text} };
    return resolved( $probe, $known ) if defined $known;
    my @servers = @{ $source->{resolver}{servers} } or return finish( $probe, 'unresolved', 'no DNS server' );
    my @names = candidates( $source->{resolver}, $probe->{text} );
    $probe->{questions} = [ map { my $server = $_; map { [ $server, $_ ] } @names } @servers ];
    return ask_next($probe);
}

# The next name at the same server; another server only where one does not answer.
sub ask_next {
    my ( $probe, $why ) = @_;
    my $next = shift @{ $probe->{questions} } or return finish( $probe, 'unresolved', $why );
    my ( $server, $name ) = @{$next};
    my $fd = delete $probe->{fd};
    delete $byfd{ fileno $fd } if $fd;
    $probe->{asked} = $server;
    $probe->{state} = 'asked';
    socket $fd, 2, 2 | 2048, 0 or return failed( $probe, $! + 0 );
    $probe->{fd} = $fd;
    $byfd{ fileno $fd } = $probe;
    $probe->{question} = 1 + int rand 65535;
    if ( !connect( $fd, inet( $server, 53 ) ) || !defined send $fd, question( $probe->{question}, $name ), 0 ) {
        return other_server( $probe, "$server: $!" );
    }
    return 1;
}

# Whoever waits for the same server waits in vain: a kernel says only some times a second that nothing listens.
sub server_refused {
    my ( $probe, $why ) = @_;
    my ( $source, $server ) = ( $probe->{source}, $probe->{asked} );
    for my $other ( my @all = values %open ) {
        next if $other->{source} != $source || $other->{kind} ne 'name' || $other->{resolved};
        other_server( $other, $why ) if $other->{asked} eq $server;
    }
    return;
}

sub other_server {
    my ( $probe, $why ) = @_;
    @{ $probe->{questions} } = grep { $_->[0] ne $probe->{asked} } @{ $probe->{questions} };
    return ask_next( $probe, $why );
}

sub resolved {
    my ( $probe, $address ) = @_;
    my $fd = delete $probe->{fd};
    if ($fd) { delete $byfd{ fileno $fd }; close $fd }
    $probe->{address}  = $address;
    $probe->{resolved} = 1;
    $probe->{began}    = now();
    eval { enter( $probe->{source}{namespace} ); 1 } or return finish( $probe, 'error', $@ );
    return echo_request($probe);
}
